/** How people can be written to, sealed for the one service that writes. */
@NullMarked
package org.parley.auth.user.contact;

import org.jspecify.annotations.NullMarked;
