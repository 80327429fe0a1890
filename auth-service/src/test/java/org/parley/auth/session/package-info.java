/** The rules of sessions. */
@NullMarked
package org.parley.auth.session;

import org.jspecify.annotations.NullMarked;
