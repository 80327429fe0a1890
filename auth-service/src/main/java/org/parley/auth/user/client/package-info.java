/** The device and the address that a request comes from. */
@NullMarked
package org.parley.auth.user.client;

import org.jspecify.annotations.NullMarked;
