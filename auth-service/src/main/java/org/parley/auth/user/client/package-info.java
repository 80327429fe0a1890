/** The device and the IP address of a client. */
@NullMarked
package org.parley.auth.user.client;

import org.jspecify.annotations.NullMarked;
