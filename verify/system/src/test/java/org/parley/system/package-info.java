/**
 * What the proofs use of a running Parley: its processes, servers, sockets and webhooks.
 */
@NullMarked
package org.parley.system;

import org.jspecify.annotations.NullMarked;
