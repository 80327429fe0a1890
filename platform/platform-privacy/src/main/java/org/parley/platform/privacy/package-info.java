/** Personal data of a service: exported for its person and erased on request. */
@NullMarked
package org.parley.platform.privacy;

import org.jspecify.annotations.NullMarked;
