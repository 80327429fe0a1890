/** Exports the personal data of a user from this service. */
@NullMarked
package org.parley.platform.privacy.export;

import org.jspecify.annotations.NullMarked;
