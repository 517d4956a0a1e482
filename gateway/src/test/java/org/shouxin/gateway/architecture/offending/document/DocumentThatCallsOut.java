package org.shouxin.gateway.architecture.offending.document;

import io.vertx.core.http.HttpClient;

/** Breaks: only the proxy package talks to services. */
public record DocumentThatCallsOut(HttpClient client) {}
