@NullMarked
package org.parley.webhook.signature;

import org.jspecify.annotations.NullMarked;
