package org.shouxin.collections.collectioncase.model;

/** Why a case was closed. */
public enum CaseOutcome {
  CURED,
  WRITTEN_OFF
}
