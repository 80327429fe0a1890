/** The personal data in this service. */
@NullMarked
package org.parley.media.privacy;

import org.jspecify.annotations.NullMarked;
