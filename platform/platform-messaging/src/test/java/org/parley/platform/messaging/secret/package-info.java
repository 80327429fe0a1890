/** Tests of sealed and masked secrets. */
@NullMarked
package org.parley.platform.messaging.secret;

import org.jspecify.annotations.NullMarked;
