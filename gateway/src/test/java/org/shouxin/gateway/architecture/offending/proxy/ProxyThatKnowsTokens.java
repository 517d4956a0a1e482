package org.shouxin.gateway.architecture.offending.proxy;

import org.shouxin.gateway.token.Tokens;

/** Breaks: what is passed on has been admitted before. */
public record ProxyThatKnowsTokens(Tokens tokens) {}
