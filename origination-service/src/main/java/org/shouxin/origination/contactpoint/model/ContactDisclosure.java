package org.shouxin.origination.contactpoint.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The record that an address was told to a service, to whom and what for; never changed. */
@Entity
@Table(name = "contact_disclosure")
public class ContactDisclosure {

  @Id private UUID id;

  @Column(name = "borrower_id")
  private UUID borrowerId;

  @Column(name = "contact_point_id")
  private UUID contactPointId;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private String purpose;
  private String reference;

  @Column(name = "told_to")
  private String toldTo;

  private Instant at;

  /** For the persistence provider. */
  protected ContactDisclosure() {}

  /** An address that is about to be told. */
  public ContactDisclosure(
      UUID id,
      ContactPoint point,
      Channel channel,
      String purpose,
      String reference,
      String toldTo,
      Instant at) {
    this.id = id;
    this.borrowerId = point.borrowerId();
    this.contactPointId = point.id();
    this.channel = channel;
    this.purpose = purpose;
    this.reference = reference;
    this.toldTo = toldTo;
    this.at = at;
  }

  /** What the receiver cites. */
  public UUID id() {
    return id;
  }
}
