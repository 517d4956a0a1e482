package org.shouxin.gateway.architecture.offending.limit;

import org.shouxin.gateway.token.Caller;

/** Breaks: limits count names, they don't know tokens. */
public record LimitThatKnowsTokens(Caller caller) {}
