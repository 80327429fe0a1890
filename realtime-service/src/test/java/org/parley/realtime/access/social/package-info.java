/** Tests of the rights to see social posts. */
@NullMarked
package org.parley.realtime.access.social;

import org.jspecify.annotations.NullMarked;
