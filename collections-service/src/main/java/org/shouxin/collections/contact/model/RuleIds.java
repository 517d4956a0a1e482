package org.shouxin.collections.contact.model;

/** The ids under which a refusal cites its rule: the law's own, then the house's. */
public final class RuleIds {
  public static final String QUIET_HOURS = "CN-CONTACT-01";
  public static final String EFFECTIVE_CALLS = "CN-CONTACT-02";
  public static final String UNANSWERED_ATTEMPTS = "CN-CONTACT-03";
  public static final String PERSONS = "CN-CONTACT-04";
  public static final String THIRD_PARTY_GATE = "CN-CONTACT-05";
  public static final String THIRD_PARTY_CONTENT = "CN-CONTACT-06";
  public static final String VISIT_STAFF = "CN-CONTACT-07";
  public static final String IDENTITY_STATED = "CN-CONTACT-08";

  public static final String CASE_CLOSED = "CASE_CLOSED";
  public static final String HOLD_ACTIVE = "HOLD_ACTIVE";
  public static final String NUMBER_EMPTY = "NUMBER_EMPTY";
  public static final String NUMBER_RECYCLED = "NUMBER_RECYCLED";
  public static final String NOT_THE_BUSINESS_DATE = "NOT_THE_BUSINESS_DATE";
  public static final String CONTACT_POINT_BLOCKED = "CONTACT_POINT_BLOCKED";
  public static final String CONTACT_POINT_UNKNOWN = "CONTACT_POINT_UNKNOWN";

  public static final String NOT_AN_ANSWERED_CALL = "NOT_AN_ANSWERED_CALL";

  private RuleIds() {}
}
