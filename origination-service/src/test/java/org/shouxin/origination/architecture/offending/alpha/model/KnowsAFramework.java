package org.shouxin.origination.architecture.offending.alpha.model;

import io.smallrye.mutiny.Uni;

/** A model that knows Mutiny. */
public record KnowsAFramework(Uni<Void> something) {}
