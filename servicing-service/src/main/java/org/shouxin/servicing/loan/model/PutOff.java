package org.shouxin.servicing.loan.model;

/**
 * Interest that accrues in the period of one instalment and is asked with another, or becomes
 * principal; minor units.
 *
 * @param deferredMinor interest that accrues in the instalment's own period less what it asks:
 *     positive where a grace puts it off, negative where it is asked at last; over a schedule the
 *     sum is what is capitalised
 * @param capitalisedMinor interest so far put off that becomes principal on the due date
 */
public record PutOff(long deferredMinor, long capitalisedMinor) {

  /** Of an instalment that asks for the interest of its own period. */
  public static final PutOff NOTHING = new PutOff(0, 0);
}
