package org.shouxin.origination.architecture.offending.alpha.rest;

/** An adapter. */
public final class AlphaResource {}
