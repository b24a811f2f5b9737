package io.zhenggai.embedded.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page on which somebody chooses who to be. */
final class LoginPage {

    private static final List<String> EXAMPLES =
            List.of("province", "county:410181", "department:410100:住建局", "leader", "auditor");

    private LoginPage() {}

    static String html(Optional<String> unknownAccount) {
        String warning = unknownAccount
                .map(account -> "<p role=\"alert\">没有“" + escape(account) + "”这个演示账号，请核对后重新输入。</p>")
                .orElse("");
        return """
                <!DOCTYPE html>
                <html lang="zh-CN">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>登录 · 整改提升行动（本地演示）</title>
                <style>
                body { font-family: sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.6 }
                input, button { font: inherit; padding: .4rem .6rem }
                input { width: 18rem }
                ul { columns: 2; padding: 0; list-style: none }
                li button { border: 0; background: none; color: #0645ad; cursor: pointer; text-align: left }
                [role=alert] { color: #b00020 }
                </style>
                </head>
                <body>
                <h1>整改提升行动 · 本地演示登录</h1>
                <p>演示账号无需密码。请输入账号，或点选下列账号；账号后加“:2”“:3”表示同一单位的其他人员。</p>
                %s
                <form method="post">
                <p><input name="username" required autofocus aria-label="演示账号" placeholder="例如 office:410100">
                <button>登录</button></p>
                </form>
                <form method="post"><ul>
                %s
                </ul></form>
                </body>
                </html>
                """.formatted(warning, accounts());
    }

    private static String accounts() {
        Stream<String> offices = Regions.ofLevel(Region.Level.CITY).stream().map(city -> "office:" + city.code());
        return Stream.concat(EXAMPLES.stream(), offices)
                .map(DemonstrationAccount::parse)
                .map(account -> "<li><button name=\"username\" value=\"" + escape(account.account()) + "\">"
                        + escape(account.displayName()) + "（" + escape(account.account()) + "）</button></li>")
                .collect(Collectors.joining("\n"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
