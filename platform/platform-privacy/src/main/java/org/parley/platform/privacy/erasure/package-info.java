/** Erases the personal data of a user in this service. */
@NullMarked
package org.parley.platform.privacy.erasure;

import org.jspecify.annotations.NullMarked;
