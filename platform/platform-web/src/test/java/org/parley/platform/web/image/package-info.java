/** Tests of the common HTTP conventions. */
@NullMarked
package org.parley.platform.web.image;

import org.jspecify.annotations.NullMarked;
