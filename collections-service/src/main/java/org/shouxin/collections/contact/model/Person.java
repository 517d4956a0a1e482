package org.shouxin.collections.contact.model;

/** Who is to be contacted (CN-CONTACT-04). */
public enum Person {
  DEBTOR,
  /** A guarantor or co-debtor who signed as such. */
  GUARANTOR,
  THIRD_PARTY
}
