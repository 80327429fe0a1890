/** Tests of the common HTTP conventions. */
@NullMarked
package org.parley.platform.text.image;

import org.jspecify.annotations.NullMarked;
