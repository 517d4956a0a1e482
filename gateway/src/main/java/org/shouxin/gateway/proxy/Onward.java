package org.shouxin.gateway.proxy;

import java.net.URI;
import java.util.Optional;
import org.shouxin.gateway.route.Route;

/**
 * Where an admitted request goes and what the service is told about it.
 *
 * @param target path and query as the service sees them
 * @param publicUrl the gateway as callers see it
 * @param traceparent W3C trace context, if no tracer writes it
 */
public record Onward(
    Route route,
    String target,
    String requestId,
    String clientAddress,
    URI publicUrl,
    Optional<String> traceparent) {}
