package org.shouxin.risk.blacklist.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/**
 * @param noticeReference reference of the notice that was sent to the borrower (CN-CREDIT-01)
 */
public record NoticeRequest(
    @NotBlank @Pattern(regexp = "[A-Za-z0-9._:/-]{1,100}") String noticeReference) {}
