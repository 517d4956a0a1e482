package org.shouxin.origination.borrower.model;

/**
 * Who a borrower is, sealed for the borrower's row.
 *
 * @param personTag the same for every account of one ID number
 */
public record SealedPerson(String name, String idNumber, String address, String personTag) {}
