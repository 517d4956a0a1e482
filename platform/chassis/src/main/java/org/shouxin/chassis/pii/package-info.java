/**
 * Encryption and blind indexes for personal fields. Only a service that holds such fields has keys.
 */
package org.shouxin.chassis.pii;
