package org.shouxin.origination.architecture.offending.beta;

import org.shouxin.origination.architecture.offending.alpha.model.KnowsAFramework;

/** Looks past another feature's root. */
public record LooksInside(KnowsAFramework inside) {}
