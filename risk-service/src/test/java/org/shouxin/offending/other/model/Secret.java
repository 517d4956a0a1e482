package org.shouxin.offending.other.model;

/** The inside of another feature. */
public class Secret {}
