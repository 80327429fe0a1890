/**
 * Resolves the address, host and scheme of clients, with headers of trusted proxies only.
 */
@NullMarked
package org.parley.gateway.address;

import org.jspecify.annotations.NullMarked;
