package org.shouxin.gateway.architecture.offending.health;

import org.shouxin.gateway.route.RouteTable;

/** Breaks: health asks services and keys only. */
public record HealthThatKnowsRoutes(RouteTable table) {}
