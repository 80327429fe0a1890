/** Personal data in events: requests for it, and events about erased users. */
@NullMarked
package org.parley.platform.privacy.event;

import org.jspecify.annotations.NullMarked;
