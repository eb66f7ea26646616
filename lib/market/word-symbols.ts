/**
 * Letters that mean something else more often than a security: English words of up to five letters, and abbreviations
 * of computing, trade, law, medicine, sport, the military and forums. Symbols of that spelling are many ("ARE", "CAKE",
 * "URI", "RSI"), and new ones come every week; the words do not change.
 */
import { isEverydayKey } from './names.ts';

const WORDS = new Set(
  (
    'able act add ago aim air all also alt am amp an and angel app apps arc are area arm army art as ash ask at aunt away baby back bad bag ball band bank bar bare base bat bay be beam bear beat bed beef been beep beer bell belt ' +
    'ben best beta big bike bill bio bird bit bits black blow blue boat bob body bold bomb bond bone book boom boot boss both bow box boy brand bro bros buck bug build bull bur burn bus busy buy by cake call calls calm came camp can cap ' +
    'caps car card care cars cart case cash cast cat cave cell cent chat chef chip city clip club coal coat code coin cold come cook cool cop copy corn cost cove cow crew crop cry cube cup cure cut cuz cyan dad dam damn dare dark dash ' +
    'data date dave day days dead deal dear debt deck deep den deny desk dial did die diet dig dim dime dine dino dip dirt dish dive doc docs does dog doll done door dose dot dove down drag draw drip drop drug dry dual duck due dust duty ' +
    'each ear earn ease east easy eat echo edge edit egg eggs eight else end ends envy era even ever every exit expo eye eyes fab face fact fade fail fair fall fame fan far farm fast fat fear feat feed feel feet fell felt few fig file fill ' +
    'film find fine fire firm fish fit five fix flag flat flew flex flip flow fly fold food fool foot for force form fort four fox free fresh from fuel full fun fund funds fur fuse gain game gap gas gate gave gay gear gem gene get ' +
    'gift girl give glad glue go goal goat god gold golf gone good got grab gray grid grow gulf gun guns gut guts guy gym had hair half hall halo ham hand hang happy hard has hat hate have he head heal hear heat heel held hell help her ' +
    'here hero hey hi hid hide high hill him hint hip his hit hold hole holy home hood hook hope horn host hot hour how hub hug huge hum hunt hurt hut ice icon idea idle if in inch index info ink inn into ion iron is it item its jack ' +
    'jam jaw jazz jet job jobs join joke joy jump june junk just keen keep kept key keys kid kids kill kind king kiss kit knee know lab lack lad lady laid lake lamp land lane last late law lawn lazy lead leaf lean leap left leg lend lens ' +
    'less let lid lie life lift like line link lion lip list lit lite live load loan lock log logo lone long look loop lord lose loss lost lot love low luck mad made maid mail main make male mall man many map maps mark mars mask mass mat ' +
    'math max may me meal mean meat meet melt memo men menu mess met mice mid mild mile milk mill mind mine mini miss mist mix mob mode mojo mom mood moon more most move much mud muse must my nail name nano navy near neat neck need neon ' +
    'net never new news next nice nine no node none noon nope norm nose not note nova now nuts oak oat obey odd of off oil ok okay old on once one only onto opal open or oral our out oven over owl own pace pack pad page paid pain pair ' +
    'palm pan park part pass past path pay peak peg pen perk pet phi pi pick pie pig pin pink pins pipe pit plan play plot plug plus pod poem poet pole poll pond pool poor pope pork port pose post pot pour pray pro pull pulp pump pure ' +
    'push put puts quad quit race rack rage rain ram ran range rank rare rate raw ray rays read real rear red ref rely rent rest rib rice rich rid ride ring rio riot rip rise risk road rob rock rod role roll roof room root rope rose row ' +
    'rub rug ruin rule rum run rush sad safe said sail sake sale salt sam same san sand sang sat save saw say sea seal seat see seed seek seem seen self sell send sent set sex shape she shim ship shoe shoo shop short shot show shut sick side ' +
    'sigh sign silk sin sing sink sir sit site six size skin skip sky slab slap slim slip slow snap snow so soap sock soda soft soil sold sole some son song soon sort soul soup spec spin spit split spot stag star stay stem step stir ' +
    'stop stub such suit sum sun sure swan swap swim tag tail take tale talk tall tan tank tap tape task tax tea team tear tech tell ten tend tent term test text than that the their them then they thin this those tide tie tied tier tile ' +
    'till time tin tiny tip tips tire to toe told tone too took tool top torn tour town toy trap tray tree tri trim trio trip true try tube tune turn twin two type ugly under unit until up upon urge us use used user van vast very vest vet ' +
    'via vibe vice view vine vote wage wait wake walk wall want war warm was wash watch wave way we weak wear web wed weed week well went were west wet what when whip who whole whom why wide wife wild will win wind wine wing wipe wire wise ' +
    'wish with wolf won wood wool word work worm worn would wow wrap yard yarn yeah year yell yes yet yoga you young your yum zap zen zero zinc zip zone zoo'
  ).split(' '),
);

const ABBREVIATIONS = new Set(
  (
    // Computing and electronics.
    'aaa abi ac aes afk aka ansi aom apa api ascii ast aws bcd bios bsd bsl cd cdn cdp cert cgi chat ci cia cjs cli cms cmyk comp cors cpu crc crl crud csp csr css csv cts cvs cwd cve dao ddos dip dkim dll dns dom dpi drm dsl dtd eof ' +
    'env esm exe faq ffi fifo fpga fps ftp gcc gif git gnu gpl gps gpt gpu grpc gui guid hdd hdr hex hmr hpc hsl html http https iaas ide idl ieee iot ip ipc ipv irc isbn isc iso isp jar jit jpeg jpg json jsx jwt kde kvm lan lcd ldap led ' +
    'lfs lgpl lisp llm lora lru lts mac mdn mime mit ml mp mpeg mpl mq mvc mvp nas nat nfc nlp npm ntfs nul null oem oled oop orm os osi osx otp paas pcre pdf pem php pid pip pki png poc posix pr psd psf pty pwa qa ram rar rce regex rel ' +
    'repl res rest rfc rgb rgba rom rpc rpm rsa rss rtc rtl rtf saas sap saml sdk sem seo sftp sha sip sla smb smtp soap soc spa sparc spdx sql src ssd ssh ssl sso ssr stdin svg svn swt tcp tdd tdm tls toml tpm ts tsv tty txt udp ui uid ' +
    'umd unix uri url urls usb utc utf uuid uwp ux vax vb vba vcs vim vlan vm voip vpn vps vr wan wasm wav wcag wifi winnt wip wsl www xhr xls xml xmp xor xsl xslt xss yaml yml ' +
    // Business and economics.
    'acv ads adr apr apy arr aso asp atr aum avg b2b b2c bi bps btc cac cafe cagr capex cbi cds ceo cet cfd cfo chf cik cmo coo cpa cpi cpo crm csat csr cto dau dcf ddm dpo dso ebit ecb ecm elss ema emea eod eoy epa erp esg esop eur eth ' +
    'ev fa faang fang fas fca fcf fda fdic fico fifo fomc fsd fta ftc fx gaap gbp gdp gmv gtm hr hsa ico ifrs imf ipo ira irr irs ism iv jpy jv kpi kyc lbo lei lng loi lp ltv ma macd mau mba mbs mom moq mou mrr nav nda nii nim noi npv nyc ' +
    'nyse oecd okr opec opex opm otc pa par pb pce peg pfof phd pii pipe pmi ppa ppi pps psa pto qe qed qoq qt rd rev rfp rfq roa roce roe roi roic rsi rsu rwa sba sbc sec sga sku slr sma smb soc sofr som sop spac spc sta stem stl sum swot ta tam tc ' +
    'tco tips tla tsx ttm usd usda var vat vc vol vwap wacc wfh wti wto yoy ytd ' +
    // States, law, the military, medicine, science and sport.
    'ada adhd aids apb arm asap atf atm bac bbc bce bmi bmw bp bsa cab cad cal cat cbd cbs ccp cdc cet cgi chp clo cmt cnn co2 copd covid cpr cst ct cte dac dea der dhs dla dmv dna dod doe doj dos dot dow dui ecg edt eeg ems eot epl er ' +
    'esp espn est eta etc eu eva faa fbi fcc fema fia fide fifa gcse gmt gop gpa gre hbo hiit hiv hvac iba icc ice icu id ied ila imax imo imsa ioc iq ira itar iud iv ivf jfk kfc kgb kpmg la lax lbs lgbt loc lsd lsu ltd mci mds mia mit mlb ' +
    'mls mma mp mph mps mri msg mtv mvp nasa nato nba ncaa ndaa nfl ngo nhl nhs nih nlrb noaa nra nsa nsw nz ocd og oj osha pac pc pcr pdt pga pit plo pms pov pow pr pst ptsd pto pvc qb rbi rna rotc rpm sar sas sat sd seal slc sof sos spf ' +
    'ssn std stig swat tbd tbi tko tsa tv uav ucl ufc ufo uk ul un usa usaf usc usda usmc usn ussr va vfx vip viii wba wbc wmd wnba who ww wwi wwii xii xiii xiv xvi xxx ymca ' +
    // Forums and options.
    'af afaik ah ama ape apes ath atl atm atr bs btw bto btc dd dm dms dr dte dyor elon eod eow er fd fds fol fomo fr ftd ftds ftw fud fyi gg giga gl gtfo hf hfs hodl ig iirc ikr imho imo irl itm iv ivr jk jpow jfc kek leap leaps lfg lfgo lmao ' +
    'lmk lol lotto mfer mfs mm mms moass mods nfa nft nfts nsfw nvm og ok omg op otm pdt pl pm pnl pos ppl psa pt rh rip roflmao rn rofl sec si smh sus ta tbh tf tfw tho tia til tl tldr tos tp ttyl tyvm usdt wen wfh wsb wtf xd yolo yolos yt'
  ).split(' '),
);

/**
 * True when the letters of a symbol are a word or a usual abbreviation, or no more than two: standing bare they count
 * only with evidence that a security is meant.
 */
export function isWordSymbol(symbol: string): boolean {
  const letters = symbol.toLowerCase();
  return letters.length <= 2 || WORDS.has(letters) || ABBREVIATIONS.has(letters) || isEverydayKey(letters);
}
