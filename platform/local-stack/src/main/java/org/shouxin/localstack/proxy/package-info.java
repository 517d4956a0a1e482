/** Lines between a process and its server that a test can disturb. They listen on loopback only. */
package org.shouxin.localstack.proxy;
