@NullMarked
package org.parley.notification.post;

import org.jspecify.annotations.NullMarked;
