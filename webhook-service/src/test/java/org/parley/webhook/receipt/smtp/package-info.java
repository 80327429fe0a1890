@NullMarked
package org.parley.webhook.receipt.smtp;

import org.jspecify.annotations.NullMarked;
