package org.shouxin.gateway.architecture.offending.token;

import org.shouxin.gateway.limit.RateLimits;

/** Breaks: tokens are checked without knowing limits. */
public record TokenThatKnowsLimits(RateLimits limits) {}
