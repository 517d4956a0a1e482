package org.shouxin.risk.blacklist.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.shouxin.risk.blacklist.model.BlacklistEntry;

/**
 * @param decision UPHELD keeps the entry, REMOVED takes it out
 * @param reference where the written answer is filed
 */
public record AnswerRequest(
    @NotNull BlacklistEntry.Answer decision,
    @NotBlank @Pattern(regexp = "[A-Za-z0-9._:/-]{1,100}") String reference) {}
