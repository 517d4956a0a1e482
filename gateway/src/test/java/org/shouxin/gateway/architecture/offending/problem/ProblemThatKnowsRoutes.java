package org.shouxin.gateway.architecture.offending.problem;

import org.shouxin.gateway.route.Route;

/** Breaks: problems know nothing of the rest. */
public record ProblemThatKnowsRoutes(Route route) {}
