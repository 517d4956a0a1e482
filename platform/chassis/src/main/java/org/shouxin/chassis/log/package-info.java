/**
 * An append-only Merkle log in the service's own database: whoever holds a receipt can prove that a
 * record stands unchanged, and whoever holds two signed heads can prove that nothing between them
 * was rewritten. Shapes and hashing follow RFC 9162; the proofs are checked outside by the module
 * {@code log-verifier}, which shares no code with this package.
 */
package org.shouxin.chassis.log;
