package org.shouxin.collections.hold;

/**
 * What other features may know of a debtor's holds.
 *
 * @param held at least one hold stands
 * @param incapable one of them says that the debtor is dead or incapable
 */
public record ActiveHold(boolean held, boolean incapable) {}
