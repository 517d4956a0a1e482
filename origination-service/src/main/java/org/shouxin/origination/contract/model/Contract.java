package org.shouxin.origination.contract.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A signed contract; never changed. The text is sealed, its hash is public: the hash is in the
 * event, and the log entry that holds the hash is in the verifiable log.
 */
@Entity
@Table(name = "contract")
public class Contract {

  @Id private UUID id;

  @Column(name = "application_id")
  private UUID applicationId;

  @Column(name = "loan_id")
  private UUID loanId;

  @Column(name = "text_sealed")
  private String textSealed;

  @Column(name = "text_hash")
  private String textHash;

  @Column(name = "log_entry")
  private String logEntry;

  @Column(name = "log_name")
  private String logName;

  @Column(name = "log_leaf_id")
  private UUID logLeafId;

  @Column(name = "log_leaf_hash")
  private String logLeafHash;

  @Column(name = "signed_at")
  private Instant signedAt;

  /** For the persistence provider. */
  protected Contract() {}

  /** A contract as it was signed. */
  public Contract(
      UUID id,
      UUID applicationId,
      UUID loanId,
      String textSealed,
      String textHash,
      String logEntry,
      String logName,
      UUID logLeafId,
      String logLeafHash,
      Instant signedAt) {
    this.id = id;
    this.applicationId = applicationId;
    this.loanId = loanId;
    this.textSealed = textSealed;
    this.textHash = textHash;
    this.logEntry = logEntry;
    this.logName = logName;
    this.logLeafId = logLeafId;
    this.logLeafHash = logLeafHash;
    this.signedAt = signedAt;
  }

  /** The row, which the sealed text is bound to. */
  public UUID id() {
    return id;
  }

  /** The loan it opens. */
  public UUID loanId() {
    return loanId;
  }

  /** The sealed text. */
  public String textSealed() {
    return textSealed;
  }

  /** SHA-256 of the text. */
  public String textHash() {
    return textHash;
  }

  /** What the log's leaf is the hash of: canonical JSON. */
  public String logEntry() {
    return logEntry;
  }

  /** The log's name. */
  public String logName() {
    return logName;
  }

  /** What to ask the log by. */
  public UUID logLeafId() {
    return logLeafId;
  }

  /** The leaf's hash. */
  public String logLeafHash() {
    return logLeafHash;
  }

  /** When it was signed. */
  public Instant signedAt() {
    return signedAt;
  }
}
