@NullMarked
package org.parley.realtime.event.post;

import org.jspecify.annotations.NullMarked;
