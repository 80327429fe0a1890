/**
 * Who is calling: the client's address, host and scheme, believed only from trusted
 * proxies.
 */
@NullMarked
package org.parley.gateway.address;

import org.jspecify.annotations.NullMarked;
