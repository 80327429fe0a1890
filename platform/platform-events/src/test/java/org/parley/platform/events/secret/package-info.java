/** Tests of sealed and masked secrets. */
@NullMarked
package org.parley.platform.events.secret;

import org.jspecify.annotations.NullMarked;
