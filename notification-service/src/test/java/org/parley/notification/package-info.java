@NullMarked
package org.parley.notification;

import org.jspecify.annotations.NullMarked;
