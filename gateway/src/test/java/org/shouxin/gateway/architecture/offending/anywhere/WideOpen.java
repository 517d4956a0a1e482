package org.shouxin.gateway.architecture.offending.anywhere;

import io.vertx.httpproxy.HttpProxy;

/** Breaks: the whole proxy, with its WebSocket tunnel before every check, is not used. */
public record WideOpen(HttpProxy proxy) {}
