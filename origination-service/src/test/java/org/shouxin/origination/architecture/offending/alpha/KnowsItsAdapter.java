package org.shouxin.origination.architecture.offending.alpha;

import org.shouxin.origination.architecture.offending.alpha.rest.AlphaResource;

/** Looks from the root to an adapter. */
public record KnowsItsAdapter(AlphaResource resource) {}
