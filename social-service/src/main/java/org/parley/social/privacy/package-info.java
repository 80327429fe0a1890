/** Exports and erasures. */
@NullMarked
package org.parley.social.privacy;

import org.jspecify.annotations.NullMarked;
