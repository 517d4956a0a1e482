package org.shouxin.origination.person;

/** One independent way to prove that a person is who they claim to be. */
public enum CheckKind {
  /** Name and ID number at the identity authority. */
  NAME_AND_ID,
  /** The document is not reported lost. */
  LOST_DOCUMENT,
  /** Name, ID number and phone at the carrier. */
  PHONE_THREE_FACTOR,
  /** The phone number is in service and was not given to somebody else. */
  NUMBER_STATUS,
  /** Name, ID number, phone and card at the bank. */
  CARD_FOUR_FACTOR,
  /** Face against document; never evaluated while no model is deployed. */
  FACE
}
