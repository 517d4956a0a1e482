package org.shouxin.collections.collectioncase.model;

/** Whether work on a case goes on. */
public enum CaseState {
  OPEN,
  CLOSED
}
