package org.shouxin.gateway.architecture.offending.route;

import org.shouxin.gateway.problem.Reason;

/** Breaks: routes are plain data. */
public record RouteThatRefuses(Reason reason) {}
