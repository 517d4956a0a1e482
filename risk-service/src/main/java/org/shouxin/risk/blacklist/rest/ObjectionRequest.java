package org.shouxin.risk.blacklist.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/**
 * @param reference where the objection is filed; its words stay there
 */
public record ObjectionRequest(
    @NotBlank @Pattern(regexp = "[A-Za-z0-9._:/-]{1,100}") String reference) {}
