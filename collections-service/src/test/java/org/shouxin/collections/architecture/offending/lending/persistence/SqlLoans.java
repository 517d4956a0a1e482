package org.shouxin.collections.architecture.offending.lending.persistence;

/** An adapter that others must not know. */
public class SqlLoans {}
